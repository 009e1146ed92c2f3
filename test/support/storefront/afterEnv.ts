import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// an error inside Taro's asynchronous router would otherwise leave a test that passes
process.on('unhandledRejection', (reason) => {
  throw reason;
});

// a machine that does many things at once is slow, not wrong
configure({ asyncUtilTimeout: 5_000 });
