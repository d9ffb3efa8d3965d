package oxus.alerts;

import java.util.List;

/** Texts that somebody might write to make a reader's program do what it should not. */
public final class Hostile {
  public static final List<String> TEXTS =
      List.of(
          "<script>alert(1)</script>",
          "]]><svg onload=alert(1)>&lt;b&gt;&#x0;",
          "\"'><img src=x onerror=alert(1)>",
          "=cmd|' /C calc'!A0",
          "\t=HYPERLINK(\"http://evil.example\",\"x\")",
          "\r\n-1+1",
          "@SUM(1+1)",
          "+1+1,\"x\"\r\nnext,row",
          "\uFF1D1+1",
          "\u001b[31mred\u001b]0;title\u0007\u009b1m",
          "ab\u202Egpj.exe\u202C\u2066\u2069",
          "nul\u0000 half\uD800pair \uFFFE\uFFFF",
          "javascript:alert(1)",
          "event: change\nid: 99\ndata: {}\n\n",
          "tower e" + "\u0301".repeat(100_000),
          "{\"a\":1}\u2028\u2029\\",
          "\uDB40\uDC41\uDB40\uDC42 hidden");

  public static final List<String> ADDRESSES =
      List.of(
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          " javascript:alert(1)",
          "data:text/html,<script>alert(1)</script>",
          "vbscript:x",
          "https://news.example/\"><script>",
          "//evil.example/x",
          "http://",
          "\u0001javascript:alert(1)");

  private Hostile() {}
}
