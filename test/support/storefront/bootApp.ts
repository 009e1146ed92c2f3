/** Boots the whole H5 app in jsdom with the same calls as the entry that @tarojs/taro-loader writes. */
import '@tarojs/taro'; // first: taro and its router import each other
import * as React from 'react';
import * as ReactDOM from 'react-dom/client';
import { defineCustomElement as definePullToRefresh } from '@tarojs/components/dist/components/taro-pull-to-refresh-core';
import { createReactApp } from '@tarojs/plugin-framework-react/dist/runtime';
import { createHashHistory, createRouter, handleAppMountWithTabbar } from '@tarojs/router';
import { window as taroWindow } from '@tarojs/runtime';
import { act } from '@testing-library/react';
import App from '@/app';
import appConfig from '@/app.config';
import { pagePaths } from './pagePaths';

export async function bootApp(hash = '') {
  document.body.innerHTML = '<div id="app"></div>';
  window.location.hash = hash;
  const paths = pagePaths(appConfig as unknown as Parameters<typeof pagePaths>[0]);
  const config = {
    ...appConfig,
    pages: paths,
    animation: false, // page transitions are timers
    router: { mode: 'hash', customRoutes: {} },
    routes: paths.map((path) => ({
      path,
      load: async (context: unknown, params: unknown) => [await import(`../../../src/${path}`), context, params],

      ...(require(`../../../src/${path}.config`) as { default: object }).default,
    })),
  };
  Object.assign(window, { __taroAppConfig: config });
  definePullToRefresh();
  await act(async () => {
    const app = createReactApp(App, React, ReactDOM, config);
    const history = createHashHistory({ window: taroWindow as never });
    handleAppMountWithTabbar(config as never, history);
    createRouter(history, app as never, config as never, 'React');
  });
}
