export default definePageConfig({ navigationBarTitleText: '到货与降价提醒' });
