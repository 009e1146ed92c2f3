/** Mounts one page the way Taro's H5 runtime does (lifecycle, useRouter), without the router and the app around it. */
import Taro from '@tarojs/taro'; // first: taro and its router import each other
import * as React from 'react';
import * as ReactDOM from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { connectReactPage, createReactApp } from '@tarojs/plugin-framework-react/dist/runtime';
import { Current, getPageInstance } from '@tarojs/runtime';
import { act, render, waitFor } from '@testing-library/react';
import { queryClient } from '@/lib/queries';
import { watchNavigation } from './navigation';

createReactApp(() => null, React, ReactDOM, {}); // hands React to the runtime, draws nothing
let stamp = 0;

interface Options {
  path?: string;
  params?: Record<string, string>;
}

/** Navigation is only recorded: see `watchNavigation`. `fire` runs a lifecycle hook, such as `componentDidShow` or `onReachBottom`, and resolves with its answer. */
export async function renderPage(Page: React.ComponentType, { path = '/pages/test/index', params = {} }: Options = {}) {
  if (!jest.isMockFunction(Taro.getCurrentPages)) watchNavigation();
  const id = `${path}?stamp=${++stamp}`;
  Current.router = { params, path: id, $taroPath: id, onReady: '', onHide: '', onShow: '' };
  const Connected = connectReactPage(React, id)(Page) as React.ComponentType;
  const view = render(
    <QueryClientProvider client={queryClient}>
      <Connected />
    </QueryClientProvider>,
  );
  const fire = async (name: string, ...args: unknown[]) => {
    const instance = getPageInstance(id) as Record<string, unknown> | undefined;
    const handlers = [instance?.[name]].flat();
    let answer: unknown;
    await act(async () => {
      for (const handler of handlers) if (typeof handler === 'function') answer = await handler(...args);
    });
    return answer;
  };
  await fire('onLoad', params);
  await fire('componentDidShow');
  await fire('onReady');
  return { ...view, fire };
}

/**
 * Stencil draws in a queue of its own: wait until the page has a Taro input, and every one of them its inner one,
 * before typing into it.
 */
export async function settled(root: ParentNode = document): Promise<void> {
  await waitFor(() => {
    const inputs = [...root.querySelectorAll('taro-input-core, taro-textarea-core')];
    if (inputs.length === 0) throw new Error('there is no input yet');
    for (const element of inputs) {
      if (!element.querySelector('input, textarea')) throw new Error(`${element.tagName} is not drawn yet`);
    }
  });
}
