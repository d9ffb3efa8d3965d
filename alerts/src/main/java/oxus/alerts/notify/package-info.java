/**
 * What a webhook gets, when, and how it is signed: filters, templates, Standard Webhooks
 * signatures, the schedule of retries, and the state of all deliveries as a fold over the delivery
 * ledger. Time is passed in.
 */
@NullMarked
package oxus.alerts.notify;

import org.jspecify.annotations.NullMarked;
