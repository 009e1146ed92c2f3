/// <reference types="@tarojs/taro" />
declare module '*.module.scss' {
  const classes: { readonly [name: string]: string };
  export default classes;
}
declare module '*.scss';
declare module '*.png' {
  const url: string;
  export default url;
}
declare module '*.webp' {
  const url: string;
  export default url;
}
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV: 'weapp' | 'alipay' | 'tt' | 'h5';
    /** The backend's address in the mini-program packages; empty on H5, which uses its own origin. */
    TARO_APP_API?: string;
  }
}
