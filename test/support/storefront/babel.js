// Not babel-preset-taro, which aims at the browsers inside super-apps: these tests run on this Node.
module.exports = {
  babelrc: false,
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' }, modules: 'commonjs' }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    '@babel/preset-typescript',
  ],
};
