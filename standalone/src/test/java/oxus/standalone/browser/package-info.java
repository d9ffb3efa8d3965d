/**
 * Tests of the console in a real Chromium, against the demo in a JVM of its own. {@link
 * oxus.standalone.browser.RequiresBrowser} decides what happens where there is no browser.
 */
@NullMarked
package oxus.standalone.browser;

import org.jspecify.annotations.NullMarked;
