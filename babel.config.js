module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        // pages reload as a whole: fast refresh would need two more packages
        hot: false,
        // every browser of browserslist reads `catch {}`, but it is ES2019 and the packages are kept at ES2018
        include: ['transform-optional-catch-binding'],
        // iOS 12 has all three; they are on the list for corners that nothing here stands in (a `var` named like a
        // parameter, reading a binding before its default, comparing tagged templates), and cost the main package 10 KiB
        exclude: ['transform-parameters', 'transform-destructuring', 'transform-template-literals'],
      },
    ],
  ],
};
