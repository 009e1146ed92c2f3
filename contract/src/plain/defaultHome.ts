import type { LayoutDocument } from '../layouts';

/** Ships with the storefront: home draws it at once, whatever the network says. In the console editing begins with it. */
export const DEFAULT_HOME: LayoutDocument = {
  contract: 1,
  page: 'home',
  title: '集市',
  blocks: [
    { id: 'search', kind: 'search', v: 1, props: { placeholder: '搜一搜今天的好货' } },
    {
      id: 'banner',
      kind: 'banner',
      v: 2,
      props: {
        items: [
          {
            picture: { url: '/assets/demo/banner-1.jpg', width: 1053, height: 468, alt: '' },
            title: '今日开市',
            subtitle: '新鲜好物，趁早来挑',
            action: '去逛逛',
            link: { type: 'page', to: 'category' },
          },
          {
            picture: { url: '/assets/demo/banner-2.jpg', width: 1053, height: 468, alt: '' },
            title: '一杯好茶',
            subtitle: '慢慢泡，慢慢喝',
            action: '看茶',
            link: { type: 'search', keyword: '茶' },
          },
          {
            picture: { url: '/assets/demo/banner-3.jpg', width: 1053, height: 468, alt: '' },
            title: '送礼有心意',
            subtitle: '挑一份，替你说',
            action: '挑礼物',
            link: { type: 'search', keyword: '礼盒' },
          },
        ],
        ratio: '9:4',
        seconds: 5,
      },
    },
    {
      id: 'categories',
      kind: 'navGrid',
      v: 1,
      props: { source: { from: 'categories', limit: 10 }, columns: 5 },
    },
    {
      id: 'best',
      kind: 'products',
      v: 1,
      props: {
        title: '街坊都在买',
        subtitle: '卖得最好的十件',
        source: { from: 'all', sort: 'sales', limit: 10 },
        layout: 'scroll',
        link: { type: 'none' },
      },
    },
    {
      id: 'new',
      kind: 'products',
      v: 1,
      props: {
        title: '刚上摊',
        subtitle: '先到先挑',
        source: { from: 'tag', tag: '新品', limit: 10 },
        layout: 'scroll',
        link: { type: 'tag', tag: '新品' },
      },
    },
    {
      id: 'picks',
      kind: 'products',
      v: 1,
      props: {
        title: '为你挑',
        subtitle: '',
        source: { from: 'all', sort: 'default', limit: 20 },
        layout: 'grid',
        link: { type: 'page', to: 'category' },
      },
    },
  ],
};
