package care.throughline.infra;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts Throughline: both sides by default, one of them under profile {@code command} or {@code query}. */
@SpringBootApplication(
        scanBasePackages = "care.throughline",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Throughline {

    /** Runs until told to stop. */
    public static void main(String[] args) {
        SpringApplication.run(Throughline.class, args);
    }
}
