import '@testing-library/jest-dom';

// an error inside Taro's asynchronous router would otherwise leave a test that passes
process.on('unhandledRejection', (reason) => {
  throw reason;
});
