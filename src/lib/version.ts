/** The version in package.json, which the phone does not carry; a test keeps the two equal. */
export const VERSION = '0.1.0';
