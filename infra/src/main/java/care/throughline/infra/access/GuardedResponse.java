package care.throughline.infra.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** An answer whose body stays closed until its gate has let it pass once; the gate throws to keep it closed. */
final class GuardedResponse extends HttpServletResponseWrapper {

    private final Runnable gate;
    private boolean open;
    private @Nullable ServletOutputStream body;

    GuardedResponse(HttpServletResponse response, Runnable gate) {
        super(response);
        this.gate = gate;
    }

    /** Asks the gate, unless it let the answer pass already. */
    void open() {
        if (!open) {
            gate.run();
            open = true;
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream guarded = body;
        if (guarded == null) {
            guarded = new Body(super.getOutputStream());
            body = guarded;
        }
        return guarded;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        open();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        open();
        super.flushBuffer();
    }

    private final class Body extends ServletOutputStream {

        private final ServletOutputStream out;

        Body(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            open();
            out.write(one);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            open();
            out.write(some, from, length);
        }

        @Override
        public void flush() throws IOException {
            open();
            out.flush();
        }

        @Override
        public void close() throws IOException {
            open();
            out.close();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
