module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // every browser of browserslist reads `catch {}`, but it is ES2019 and the packages are kept at ES2018
        include: ['transform-optional-catch-binding'],
      },
    ],
  ],
};
