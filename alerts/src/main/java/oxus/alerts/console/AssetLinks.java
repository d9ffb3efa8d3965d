package oxus.alerts.console;

/** Addresses of what a page loads, each with its version in it. */
public record AssetLinks(
    String style, String script, String icon, String htmx, String sse, String stream) {}
