package care.throughline.infra.demo;

import java.time.LocalDate;

/** An invented person; {@code number} is their record number at their home hospital. */
record Person(
        Hospital home,
        String number,
        String regionalNumber,
        String family,
        String given,
        LocalDate birthDate,
        String sex,
        String street,
        String city,
        String zip,
        String phone,
        String language) {}
