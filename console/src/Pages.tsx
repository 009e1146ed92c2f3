import { lazy, Suspense, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { useSession } from './api/session';
import { Blank } from './components/Blank';
import { LoadingRows } from './components/LoadingRows';
import { Guard } from './shell/Guard';
import { Shell } from './shell/Shell';
import { SignIn } from './signIn/SignIn';

/** Each page is a file of its own: what one role never opens it never loads. */
const page = <K extends string>(load: () => Promise<Record<K, ComponentType>>, name: K) => {
  const Page = lazy(async () => ({ default: (await load())[name] as ComponentType }));
  return (
    <Suspense fallback={<LoadingRows count={8} />}>
      <Page />
    </Suspense>
  );
};

const board = page(() => import('./board/BoardPage'), 'BoardPage');
const orders = page(() => import('./orders/OrdersPage'), 'OrdersPage');
const aftersales = page(() => import('./aftersales/AftersalesPage'), 'AftersalesPage');
const bills = page(() => import('./orders/BillsPage'), 'BillsPage');
const shippingReports = page(() => import('./orders/ShippingReportsPage'), 'ShippingReportsPage');
const products = page(() => import('./products/ProductsPage'), 'ProductsPage');
const product = page(() => import('./products/ProductPage'), 'ProductPage');
const categories = page(() => import('./categories/CategoriesPage'), 'CategoriesPage');
const assets = page(() => import('./assets/AssetsPage'), 'AssetsPage');
const hotWords = page(() => import('./hotWords/HotWordsPage'), 'HotWordsPage');
const shippingRules = page(() => import('./shipping/ShippingRulesPage'), 'ShippingRulesPage');
const stores = page(() => import('./stores/StoresPage'), 'StoresPage');
const guides = page(() => import('./guides/GuidesPage'), 'GuidesPage');
const codes = page(() => import('./codes/CodesPage'), 'CodesPage');
const audit = page(() => import('./audit/AuditPage'), 'AuditPage');
const settings = page(() => import('./settings/SettingsPage'), 'SettingsPage');
const employees = page(() => import('./employees/EmployeesPage'), 'EmployeesPage');
const layouts = page(() => import('./layouts/LayoutsPage'), 'LayoutsPage');
const layoutEditor = page(() => import('./layouts/EditorPage'), 'EditorPage');

export function Pages() {
  const { data, error, refetch } = useSession();
  if (error) return <Blank kind="error" title="连不上后台" hint="店铺不受影响" onRetry={() => void refetch()} isPage />;
  if (!data) return <LoadingRows count={6} />;
  if (!data.employee || data.employee.mustChangePassword) return <SignIn session={data} />;
  return (
    <Routes>
      <Route element={<Guard role={data.employee.role} />}>
        {/* the editor takes the whole window */}
        <Route path="/layouts/:pageId" element={layoutEditor} />
        <Route element={<Shell employee={data.employee} />}>
          <Route path="/" element={board} />
          <Route path="/orders" element={orders} />
          <Route path="/aftersales" element={aftersales} />
          <Route path="/bills" element={bills} />
          <Route path="/shipping-reports" element={shippingReports} />
          <Route path="/products" element={products} />
          <Route path="/products/:productId" element={product} />
          <Route path="/layouts" element={layouts} />
          <Route path="/categories" element={categories} />
          <Route path="/pictures" element={assets} />
          <Route path="/hot-words" element={hotWords} />
          <Route path="/shipping-rules" element={shippingRules} />
          <Route path="/stores" element={stores} />
          <Route path="/guides" element={guides} />
          <Route path="/codes" element={codes} />
          <Route path="/employees" element={employees} />
          <Route path="/audit" element={audit} />
          <Route path="/settings" element={settings} />
          <Route path="*" element={<Blank title="没有这个页面" hint="从左边的菜单里选一个" isPage />} />
        </Route>
      </Route>
    </Routes>
  );
}
