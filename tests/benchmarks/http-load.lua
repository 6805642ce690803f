-- The requests that wrk sends: one a line in the file named after "--", each line an operation and a
-- JSON body parted by a tab, sent one after another and then again from the first.
local requests = {}
local at = 0

local headers = {
  ["Content-Type"] = "application/x-amz-json-1.0",
  ["X-Amz-Date"] = "20240101T000000Z",
  ["User-Agent"] = "aws-sdk-js/3.900.0 ua/2.1 os/linux lang/js md/nodejs#20 api/dynamodb#3.900.0",
  ["Amz-Sdk-Request"] = "attempt=1; max=3",
  ["Authorization"] = "AWS4-HMAC-SHA256 Credential=pixii/20240101/us-east-1/dynamodb/aws4_request, "
    .. "SignedHeaders=content-type;host;x-amz-date;x-amz-target, "
    .. "Signature=" .. string.rep("0", 64),
}

function init(arguments)
  for line in io.lines(arguments[1]) do
    local operation, body = line:match("^(%S+)\t(.*)$")
    headers["X-Amz-Target"] = "DynamoDB_20120810." .. operation
    requests[#requests + 1] = wrk.format("POST", "/", headers, body)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('{"requests":%d,"micros":%d,"failed":%d,"p50":%d,"p99":%d}\n',
    summary.requests, summary.duration, failed, latency:percentile(50), latency:percentile(99)))
end
