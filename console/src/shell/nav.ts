import type { ComponentType } from 'react';
import {
  AccountBookOutlined,
  AppstoreOutlined,
  CarOutlined,
  CloudUploadOutlined,
  FileTextOutlined,
  FireOutlined,
  HistoryOutlined,
  IdcardOutlined,
  LayoutOutlined,
  LineChartOutlined,
  PictureOutlined,
  QrcodeOutlined,
  RollbackOutlined,
  SettingOutlined,
  ShopOutlined,
  ShoppingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { ROLES, type Role } from '@jishi/contract/plain/roles';

export interface NavItem {
  path: string;
  label: string;
  icon: ComponentType;
  roles: readonly Role[];
}

const DESK: readonly Role[] = ['owner', 'marketer', 'operator'];
const COUNTER: readonly Role[] = ['owner', 'operator', 'store_manager', 'staff'];

/** What a role may not use it does not see. The server refuses it anyhow. */
export const NAV: readonly { title: string; items: readonly NavItem[] }[] = [
  {
    title: '今天',
    items: [{ path: '/', label: '数据看板', icon: LineChartOutlined, roles: ROLES }],
  },
  {
    title: '店铺',
    items: [
      { path: '/layouts', label: '店铺装修', icon: LayoutOutlined, roles: ['owner', 'marketer'] },
      { path: '/products', label: '商品', icon: ShoppingOutlined, roles: ROLES },
      { path: '/categories', label: '分类', icon: AppstoreOutlined, roles: DESK },
      { path: '/pictures', label: '素材库', icon: PictureOutlined, roles: DESK },
      { path: '/hot-words', label: '大家在找', icon: FireOutlined, roles: DESK },
    ],
  },
  {
    title: '交易',
    items: [
      { path: '/orders', label: '订单', icon: FileTextOutlined, roles: COUNTER },
      { path: '/aftersales', label: '售后', icon: RollbackOutlined, roles: COUNTER },
      { path: '/bills', label: '对账', icon: AccountBookOutlined, roles: ['owner', 'operator'] },
      { path: '/shipping-reports', label: '发货上报', icon: CloudUploadOutlined, roles: ['owner', 'operator'] },
      { path: '/shipping-rules', label: '运费', icon: CarOutlined, roles: ['owner', 'operator'] },
    ],
  },
  {
    title: '人与店',
    items: [
      { path: '/stores', label: '门店', icon: ShopOutlined, roles: ['owner', 'operator'] },
      { path: '/guides', label: '导购', icon: TeamOutlined, roles: ['owner', 'operator', 'store_manager'] },
      { path: '/codes', label: '推广码', icon: QrcodeOutlined, roles: [...DESK, 'store_manager'] },
      { path: '/employees', label: '员工与角色', icon: IdcardOutlined, roles: ['owner'] },
      { path: '/audit', label: '操作记录', icon: HistoryOutlined, roles: ['owner'] },
      { path: '/settings', label: '店铺设置', icon: SettingOutlined, roles: ['owner', 'operator'] },
    ],
  },
];
