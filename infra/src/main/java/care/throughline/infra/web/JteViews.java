package care.throughline.infra.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders templates by name: {@code desk/board} is {@code desk/board.jte}; the model's attributes are its parameters. */
final class JteViews implements ViewResolver, Ordered {

    private static final String HTML = "text/html;charset=UTF-8";

    private final TemplateEngine engine;
    private final Visitors visitors;

    JteViews(TemplateEngine engine, Visitors visitors) {
        this.engine = engine;
        this.visitors = visitors;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        boolean isRedirect = name.startsWith("redirect:") || name.startsWith("forward:");
        return isRedirect || !engine.hasTemplate(name + ".jte") ? null : new Page(name);
    }

    /** Renders the template into the answer; nothing leaves before the whole page is there. */
    void write(String name, @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> parameters = new HashMap<>(model == null ? Map.of() : model);
        parameters.put("visitor", visitors.of(request));
        Utf8ByteOutput page = new Utf8ByteOutput();
        engine.render(name + ".jte", parameters, page);
        response.setContentType(HTML);
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }

    /** A view that says what it makes: one that does not loses to a forward when views are chosen by what is accepted. */
    private final class Page implements View {
        private final String name;

        Page(String name) {
            this.name = name;
        }

        @Override
        public String getContentType() {
            return HTML;
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            write(name, model, request, response);
        }
    }
}
