export default definePageConfig({ navigationBarTitleText: '找好货', navigationBarBackgroundColor: '#fffefb' });
