package care.throughline.infra.security;

import care.throughline.command.intake.Facilities;
import care.throughline.events.FacilityCode;
import care.throughline.events.StaffId;
import care.throughline.query.Names;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows what facilities and members of staff are called: from the configuration, and the demo's people if they exist. */
final class StaffAndFacilities implements Names {

    private final Map<String, SecurityProperties.Person> staff = new HashMap<>();
    private final Facilities facilities;

    StaffAndFacilities(Map<String, SecurityProperties.Person> staff, boolean demo, Facilities facilities) {
        if (demo) {
            this.staff.putAll(DemoStaff.people());
        }
        this.staff.putAll(staff);
        this.facilities = facilities;
    }

    @Override
    public String facility(FacilityCode code) {
        return facilities.facilities().stream()
                .filter(one -> one.sendingFacility().equals(code.value()))
                .findFirst()
                .map(one -> one.name())
                .orElse(code.value());
    }

    @Override
    public String staff(StaffId account) {
        return Optional.ofNullable(staff.get(account.value()))
                .map(SecurityProperties.Person::name)
                .orElse(account.value());
    }

    @Override
    public List<StaffId> coordinators() {
        return staff.entrySet().stream()
                .filter(one -> one.getValue().role() == Role.COORDINATOR)
                .sorted(Comparator.comparing(one -> one.getValue().name()))
                .map(one -> new StaffId(one.getKey()))
                .toList();
    }
}
