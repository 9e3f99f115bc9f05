package care.throughline.infra.security;

/** Whether whoever acts in this thread may do something; for what depends on more than the route. */
@FunctionalInterface
public interface Permissions {

    boolean allow(Capability capability);
}
