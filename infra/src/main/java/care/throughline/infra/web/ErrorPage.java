package care.throughline.infra.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container refused before any of our handlers saw it. */
@Controller
final class ErrorPage implements ErrorController {

    private final ProblemAnswer answer;

    ErrorPage(ProblemAnswer answer) {
        this.answer = answer;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        answer.write(Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status), request, response);
    }
}
