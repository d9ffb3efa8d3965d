package oxus.alerts.deliver;

import java.util.List;
import java.util.OptionalLong;
import oxus.alerts.console.Posted;

/** A page of changes, oldest first: each change as in {@code changes.ndjson}, with its offset. */
public final class ChangesJson {
  private ChangesJson() {}

  /**
   * The page as one JSON object.
   *
   * @param exercise whether these changes belong to a replay, drill or test
   * @param next offset to ask for the next page with ({@code after=}), empty on the last page
   * @param forgotten offset up to which changes are in the topic only, though they were asked for
   */
  public static String of(
      List<Posted> page, boolean exercise, OptionalLong next, OptionalLong forgotten) {
    return JsonText.object(
        json -> {
          json.writeBooleanField("exercise", exercise);
          if (next.isPresent()) {
            json.writeNumberField("next", next.getAsLong());
          }
          if (forgotten.isPresent()) {
            json.writeNumberField("forgotten", forgotten.getAsLong());
          }
          json.writeArrayFieldStart("changes");
          for (Posted posted : page) {
            json.writeRawValue(of(posted, exercise));
          }
          json.writeEndArray();
        });
  }

  /**
   * One change as in {@code changes.ndjson}, after the two fields that are the feed's, not the
   * change's: the same change keeps the same body wherever it is replayed.
   */
  public static String of(Posted posted, boolean exercise) {
    String mark = "{\"offset\":" + posted.offset() + ",\"exercise\":" + exercise + ",";
    return mark + ChangeJson.of(posted.change()).substring(1);
  }
}
