package care.throughline.events.transition;

/** What has to be seen to in every transition. */
public enum ChecklistItem {
    SUMMARY_RECEIVED,
    RESULTS_PENDING_REVIEWED,
    EQUIPMENT_ARRANGED,
    TEACH_BACK_DONE
}
