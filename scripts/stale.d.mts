export type Target = 'weapp' | 'alipay' | 'tt' | 'h5' | 'console' | 'server';
export declare const targetNames: Target[];
export declare function outputFile(target: Target): string;
export declare function sourceHash(target: Target): string;
export declare function isStale(target: Target): boolean;
export declare function writeStamp(target: Target, hash: string): void;
export declare function removeStamp(target: Target): void;
