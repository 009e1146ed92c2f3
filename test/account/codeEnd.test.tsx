import { fireEvent, screen } from '@testing-library/react';
import CodeEnd from '@/account/codeEnd';
import { watchNavigation } from '../support/storefront/navigation';
import { renderPage } from '../support/storefront/renderPage';

beforeEach(() => {
  document.body.innerHTML = '';
});

test.each([
  ['expired', '这个码过期了'],
  ['revoked', '这个码停用了'],
  ['constructor', '这个码过期了'],
])('a code that is %s says so, and leads into the shop', async (state, title) => {
  const visits = watchNavigation();
  await renderPage(CodeEnd, { params: { state } });
  expect(screen.getByText(title)).toBeInTheDocument();
  fireEvent.click(screen.getByText('去店里逛逛'));
  expect(visits).toEqual(['switchTab /pages/home/index']);
});
