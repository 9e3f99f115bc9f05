package care.throughline.query;

/**
 * One read model in a schema of its own. Its {@code @EventHandler} methods write with unqualified table names, because
 * the processor chooses the generation; its queries read qualified by {@link #name()}. Handlers depend on nothing but
 * the events, so that a rebuild from zero gives the same rows.
 */
public interface Projection {

    /** The name of the read model, of its schema and of its processor: lower case letters and underscores. */
    String name();

    /** Creates the tables and indexes, unqualified, in an empty schema. */
    String ddl();

    /** Raised when {@link #ddl()} or a handler changes what is stored, so that operators are asked to rebuild. */
    default int version() {
        return 1;
    }
}
