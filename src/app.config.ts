import { barColour } from './platform/barColour';

const isWeapp = process.env.TARO_ENV === 'weapp';
const isTt = process.env.TARO_ENV === 'tt';
const hasPermissionWords = isWeapp || isTt;
// as on the server: physical goods are sold by the Douyin shop, whose order page a plugin opens
const hasTtShop = isTt && process.env.TT_GOODS !== 'trade';
const hasGallery = process.env.NODE_ENV === 'development' || process.env.JISHI_GALLERY === 'on';

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/category/index', 'pages/cart/index', 'pages/me/index'],
  subPackages: [
    { root: 'mall', name: 'mall', pages: ['product/index', 'list/index', 'search/index', 'page/index'] },
    {
      root: 'orders',
      name: 'orders',
      pages: [
        'checkout/index',
        'addresses/index',
        'result/index',
        'list/index',
        'detail/index',
        'aftersaleApply/index',
        'aftersale/index',
        'aftersales/index',
      ],
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
        'phone/index',
        'codeEnd/index',
        'coupons/index',
      ],
    },
    { root: 'member', name: 'member', pages: ['card/index'] },
    { root: 'points', name: 'points', pages: ['ledger/index'] },
    {
      root: 'staff',
      name: 'staff',
      pages: [
        'join/index',
        'home/index',
        'share/index',
        'codes/index',
        'results/index',
        'customers/index',
        'pickup/index',
      ],
    },
    ...(hasGallery ? [{ root: 'gallery', name: 'gallery', pages: ['parts/index'] }] : []),
  ],
  ...(isWeapp
    ? {
        lazyCodeLoading: 'requiredComponents',
        darkmode: true,
        themeLocation: 'theme.json',
        // WeChat refuses what is not named here, and the app needs its approval for each
        requiredPrivateInfos: ['chooseAddress', 'getLocation'],
        __usePrivacyCheck__: true,
      }
    : {}),
  // the app's own sheet asks before the first private ability
  ...(isTt ? { usePrivacyCheck: true } : {}),
  ...(hasTtShop ? { plugins: { ecommerce: { version: '*', provider: 'tt95aee3130ae1cbe911' } } } : {}),
  // both say the words when they ask the person
  ...(hasPermissionWords ? { permission: { 'scope.userLocation': { desc: '用来找离你最近的自提门店' } } } : {}),
  window: {
    // on the web the gesture would swallow the drags of what scrolls inside a page; a page without an answer refuses it
    ...(process.env.TARO_ENV === 'h5' ? {} : { enablePullDownRefresh: true }),
    backgroundTextStyle: barColour('loading', 'dark') as 'dark',
    backgroundColor: barColour('ground', '#f7f2ea'),
    navigationBarBackgroundColor: barColour('ground', '#f7f2ea'),
    navigationBarTitleText: '集市',
    navigationBarTextStyle: barColour('title', 'black') as 'black',
  },
  tabBar: {
    color: barColour('tab', '#6f6358'),
    selectedColor: barColour('tabOn', '#bd361b'),
    backgroundColor: barColour('bar', '#fffefb'),
    borderStyle: barColour('border', 'white') as 'white',
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
