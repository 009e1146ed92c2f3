import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider, type ThemeConfig } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { BrowserRouter } from 'react-router';
import { Pages } from './Pages';
import { onSignedOut } from './api/call';
import { queryClient } from './api/queryClient';
import { sessionKey } from './api/session';
import { useDark } from './dark';
import { styleNonce } from './styleNonce';
import { dark, light } from './theme';
import './base.css';
import './kit.css';
import './pages.css';

dayjs.locale('zh-cn');

// a session that has ended shows the sign-in; what was being read comes back after it
onSignedOut(() => queryClient.setQueryData(sessionKey, { employee: null, needsOwner: false }));

// whoever asked their system for less motion gets none
const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const themeOf = (isDark: boolean): ThemeConfig => {
  const theme = isDark ? dark : light;
  return isStill ? { ...theme, token: { ...theme.token, motion: false } } : theme;
};

function Root() {
  const { isDark } = useDark();
  return (
    <ConfigProvider
      locale={zhCN}
      theme={themeOf(isDark)}
      csp={{ nonce: styleNonce }}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <AntApp>
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <Pages />
          </BrowserRouter>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
