export default defineAppConfig({
  pages: ['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/me/index'],
  subPackages: [
    { root: 'mall', name: 'mall', pages: ['product/index', 'list/index', 'search/index'] },
    {
      root: 'orders',
      name: 'orders',
      pages: ['checkout/index', 'addresses/index', 'result/index', 'list/index', 'detail/index'],
    },
    {
      root: 'account',
      name: 'account',
      pages: [
        'favourites/index',
        'history/index',
        'notices/index',
        'settings/index',
        'about/index',
        'privacy/index',
        'deletion/index',
      ],
    },
  ],
  ...(process.env.TARO_ENV === 'weapp' ? { lazyCodeLoading: 'requiredComponents' } : {}),
  window: {
    // on the web the gesture would swallow the drags of what scrolls inside a page; a page without an answer refuses it
    ...(process.env.TARO_ENV === 'h5' ? {} : { enablePullDownRefresh: true }),
    backgroundTextStyle: 'dark',
    backgroundColor: '#f7f2ea',
    navigationBarBackgroundColor: '#f7f2ea',
    navigationBarTitleText: '集市',
    navigationBarTextStyle: 'black',
  },
  tabBar: {
    color: '#6f6358',
    selectedColor: '#bd361b',
    backgroundColor: '#fffefb',
    borderStyle: 'white',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'pages/tabs/home.png',
        selectedIconPath: 'pages/tabs/home-on.png',
      },
      {
        pagePath: 'pages/category/index',
        text: '分类',
        iconPath: 'pages/tabs/category.png',
        selectedIconPath: 'pages/tabs/category-on.png',
      },
      {
        pagePath: 'pages/cart/index',
        text: '购物袋',
        iconPath: 'pages/tabs/cart.png',
        selectedIconPath: 'pages/tabs/cart-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'pages/tabs/me.png',
        selectedIconPath: 'pages/tabs/me-on.png',
      },
    ],
  },
});
