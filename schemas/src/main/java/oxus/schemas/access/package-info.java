/**
 * The file of keys, which every app that lets people and services act reads in the same way; what a
 * key is good for is each app's business.
 */
@NullMarked
package oxus.schemas.access;

import org.jspecify.annotations.NullMarked;
