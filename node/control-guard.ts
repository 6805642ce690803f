// Keeps web pages away from the control service. The data service answers any origin, as AWS does;
// but a page the developer happens to visit must not be able to reset or drive the database.
import type { BindingAnswer } from "../client/binding.ts";
import { transportError } from "./http-answer.ts";
import type { RequestHead } from "./request-head.ts";

const loopbackName = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** The refusal of a control request that did not come from this machine's own programs. */
export function refuseControl(head: RequestHead): BindingAnswer | undefined {
  const host = head.host ?? "";
  // A name that only resolves to loopback is how a foreign page would get around its own origin.
  if (!loopbackName.test(host)) return refusal(`the Host header names "${host}"`);
  if (head.origin === undefined || head.origin === `http://${host}`) return undefined;
  return refusal(`the request comes from the web page ${head.origin}`);
}

function refusal(reason: string): BindingAnswer {
  const message = `The control service answers programs on this machine alone: ${reason}.`;
  return transportError(403, "AccessDeniedException", message);
}
