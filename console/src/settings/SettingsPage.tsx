import { Page } from '../components/Page';
import { Panel } from '../components/Panel';
import { ReturnAddressForm } from './ReturnAddressForm';
import { ShopTermsForm } from './ShopTermsForm';

/** What holds for the whole shop. */
export function SettingsPage() {
  return (
    <Page title="店铺设置">
      <div className="grid settings">
        <Panel title="服务承诺和客服" note="每件商品的页面都看得到">
          <ShopTermsForm />
        </Panel>
        <Panel title="退货地址" note="同意退货后告诉顾客；已经同意的不受影响">
          <ReturnAddressForm />
        </Panel>
      </div>
    </Page>
  );
}
