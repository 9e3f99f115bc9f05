package care.throughline.infra.access;

import care.throughline.query.segments.Owner;
import care.throughline.query.segments.Owners.Viewer;
import java.util.Collection;
import java.util.List;

/** Tells whose data is labelled, and how the viewer stands to it now. */
interface LabelledData {

    /** Of the people to whom these records belong. */
    List<Owner> of(Collection<String> patients, Viewer viewer);

    List<Owner> ofEverybody(Viewer viewer);
}
