// Who calls, and for which region, as the Authorization header of a signed request says it. Stands
// below both hosts, like binding.ts: the HTTP endpoint and the AWS SDK handler read the same header.
import type { BindingContext } from "./binding.ts";

/** Region and access key id of `Credential=<key>/<date>/<region>/<service>/aws4_request`. */
export function contextOfAuthorization(authorization: string): BindingContext {
  const at = authorization.indexOf("Credential=");
  if (at < 0) return {};
  const start = at + "Credential=".length;
  const keyEnd = authorization.indexOf("/", start);
  const dateEnd = authorization.indexOf("/", keyEnd + 1);
  const regionEnd = authorization.indexOf("/", dateEnd + 1);
  if (keyEnd < 0 || dateEnd < 0 || regionEnd < 0) return {};
  const accessKeyId = authorization.slice(start, keyEnd);
  return { accessKeyId, region: authorization.slice(dateEnd + 1, regionEnd) };
}
