// DynamoDB's numbers, exactly: a signed BigInt of digits times a power of ten. 38 significant digits,
// magnitudes from 1E-130 to 9.99..E+125.

const digitsMax = 38;
const magnitudeMax = 125;
const magnitudeMin = -130;
const grammar = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** {digits, exponent}: `digits` has no zeros at its end; zero is {0n, 0}. */
export function parseDecimal(text) {
  const [, sign, whole, fraction = "", power = "0"] = grammar.exec(text);
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return trimmed(digits, Number(power) - fraction.length);
}

function trimmed(digits, exponent) {
  if (digits === 0n) return { digits: 0n, exponent: 0 };
  const text = digits.toString();
  const zeros = text.length - text.replace(/0+$/, "").length;
  return { digits: digits / 10n ** BigInt(zeros), exponent: exponent + zeros };
}

/** The service's canonical text: no exponent, no needless zeros. */
export function decimalText({ digits, exponent }) {
  const sign = digits < 0n ? "-" : "";
  const text = absolute(digits).toString();
  if (exponent >= 0) return sign + text + "0".repeat(exponent);
  const padded = text.padStart(1 - exponent, "0");
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
}

const absolute = (digits) => (digits < 0n ? -digits : digits);

/** Both as whole numbers of the same unit. */
function aligned(left, right) {
  const exponent = Math.min(left.exponent, right.exponent);
  const scale = ({ digits, exponent: own }) => digits * 10n ** BigInt(own - exponent);
  return [scale(left), scale(right), exponent];
}

export function compareDecimals(left, right) {
  const [one, other] = aligned(left, right);
  return one < other ? -1 : one > other ? 1 : 0;
}

export function addDecimals(left, right) {
  const [one, other, exponent] = aligned(left, right);
  return trimmed(one + other, exponent);
}

export const negateDecimal = ({ digits, exponent }) => ({ digits: -digits, exponent });

/** What keeps a result from being stored; undefined if nothing does. */
export function decimalFault({ digits, exponent }) {
  if (digits === 0n) return undefined;
  const count = absolute(digits).toString().length;
  const magnitude = count - 1 + exponent;
  if (magnitude > magnitudeMax) {
    return "Number overflow. Attempting to store a number with magnitude larger than supported range";
  }
  if (magnitude < magnitudeMin) {
    return "Number underflow. Attempting to store a number with magnitude smaller than supported range";
  }
  if (count > digitsMax) return "Attempting to store more than 38 significant digits in a Number";
  return undefined;
}

/** Billed bytes: pairs of significant digits, counted apart before and after the point. */
export function decimalSize({ digits, exponent }) {
  if (digits === 0n) return 1;
  const count = absolute(digits).toString().length;
  const before = Math.max(0, Math.min(count, count + exponent));
  const after = count - before;
  return 1 + Math.ceil(before / 2) + Math.ceil(after / 2) + (digits < 0n ? 1 : 0);
}
