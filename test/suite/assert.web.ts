import assert from 'assert';

// node:assert/strict has a default export, and so has what stands in for it in the browser.
// eslint-disable-next-line no-restricted-syntax
export default assert.strict;
