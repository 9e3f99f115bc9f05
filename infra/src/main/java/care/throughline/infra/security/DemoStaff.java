package care.throughline.infra.security;

import care.throughline.events.PerformerId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The made-up staff of the demo clinic; all have the password {@code demo}, as the README says. */
enum DemoStaff {
    NORA("nora.quinn", "Nora Quinn", Role.COORDINATOR),
    SAM("sam.ortiz", "Sam Ortiz", Role.COORDINATOR),
    ADA("ada.boateng", "Ada Boateng", Role.SUPERVISOR),
    CLEO("cleo.marsh", "Cleo Marsh", Role.COMPLIANCE),
    RUTH("ruth.adler", "Ruth Adler", Role.COMPLIANCE),
    IVAN("ivan.petrov", "Ivan Petrov", Role.ANALYST),
    INES("ines.vogel", "Ines Vogel", Role.INTEGRATION),
    OLGA("olga.stein", "Olga Stein", Role.OPERATOR);

    /** The password of the demo, hashed once here and at the least cost: a slow hash would hide nothing that the README tells. */
    static final String PASSWORD = "{bcrypt}$2a$04$VZXk3qx5r5jaWLDkimY9DOiAxC45oPQ4RRjD64J4.rMpGIc9yHJ.G";

    /** The same word as the secret of the demo's machines; a cheaper hash would be replaced when first used. */
    private static final String SECRET = "{bcrypt}$2a$10$bdm6D9Lk1WcpnAOxCfVmQeB6WGdOoVR9DQypT9Hk4GDM5VZCu/HY2";

    private static final PerformerId HARBOR = new PerformerId("prf_harbor-cardiology");

    private final String account;
    private final String person;
    private final Role role;

    DemoStaff(String account, String person, Role role) {
        this.account = account;
        this.person = person;
        this.role = role;
    }

    String account() {
        return account;
    }

    Role role() {
        return role;
    }

    /** Their names by account. */
    static Map<String, SecurityProperties.Person> people() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(
                        DemoStaff::account, one -> new SecurityProperties.Person(one.person, one.role)));
    }

    /** The demo's machines by client id: one for each role that programs have, and the system of one performer. */
    static Map<String, SecurityProperties.Machine> machines() {
        Map<String, SecurityProperties.Machine> machines = new HashMap<>();
        for (Role role : List.of(Role.INTEGRATION, Role.ANALYST, Role.OPERATOR)) {
            machines.put("demo-" + RoleNames.lower(role), new SecurityProperties.Machine(SECRET, role, null));
        }
        machines.put("demo-harbor-cardiology", new SecurityProperties.Machine(SECRET, Role.PERFORMER, HARBOR));
        return machines;
    }
}
