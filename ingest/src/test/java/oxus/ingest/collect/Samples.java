package oxus.ingest.collect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One well-formed sample of each format, made up. */
final class Samples {
  static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
      <title>Made up</title><link>http://news.test/</link><description>d</description>
      <item><guid isPermaLink="false">a1</guid><link>http://news.test/a?utm_source=rss</link><title>Guards &amp; gates</title>
      <description>A summary.</description><content:encoded><![CDATA[<p>The gate was closed.</p><script>x()</script><p>Nobody crossed.</p>]]></content:encoded>
      <dc:date>2021-06-30T15:00:00+05:00</dc:date></item>
      </channel></rss>
      """;
  static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>Made up</title><updated>2021-06-30T10:00:00Z</updated>
      <entry><id>tag:news.test,2021:a1</id><link rel="alternate" href="http://news.test/a"/><title type="html">Guards &amp;amp; gates</title>
      <published>2021-06-30T10:00:00Z</published><updated>2021-06-30T11:00:00Z</updated>
      <content type="html">&lt;p&gt;The gate was closed.&lt;/p&gt;&lt;p&gt;Nobody crossed.&lt;/p&gt;</content></entry></feed>
      """;
  static final String JSON_FEED =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "Made up", "language": "en", "items": [
       {"id": "a1", "url": "http://news.test/a", "title": "Guards & gates", "content_html": "<p>The gate was closed.</p><p>Nobody crossed.</p>",
        "date_published": "2021-06-30T10:00:00Z"}]}
      """;
  static final String NINJS =
      """
      {"uri": "http://news.test/a", "type": "text", "language": "en", "pubstatus": "usable", "version": "1", "headline": "Guards & gates",
       "firstcreated": "2021-06-30T10:00:00Z", "body_xhtml": "<p>The gate was closed.</p><p>Nobody crossed.</p>"}
      """;
  static final String NINJS_3 =
      """
      {"uri": "http://news.test/a", "type": "text", "language": "en", "pubStatus": "usable", "headlines": [{"role": "main", "value": "Guards & gates"}],
       "firstCreated": "2021-06-30T10:00:00Z", "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>The gate was closed.</p><p>Nobody crossed.</p>"}]}
      """;
  static final String NEWSML =
      """
      <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
      <newsItem guid="http://news.test/a" version="1" standard="NewsML-G2"><itemMeta><provider><name>Made up</name></provider>
      <versionCreated>2021-06-30T11:00:00Z</versionCreated><firstCreated>2021-06-30T10:00:00Z</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
      <contentMeta><headline>Guards &amp; gates</headline><language tag="en"/></contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>
      <body><p>The gate was closed.</p><p>Nobody crossed.</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>
      """;
  static final List<String> ALL = List.of(RSS, ATOM, JSON_FEED, NINJS, NINJS_3, NEWSML);

  private Samples() {}

  static byte[] bytes(String sample) {
    return sample.strip().getBytes(StandardCharsets.UTF_8);
  }
}
