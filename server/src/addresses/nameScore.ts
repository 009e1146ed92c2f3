/** The commonest surnames, and those of two characters. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛阎闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖温牛葛樊邢安齐伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤时阳穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾丘隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝匡官封谈鞠惠荆乐冀胥南班储芮';
const DOUBLE_SURNAMES = /^(欧阳|上官|司马|诸葛|皇甫|尉迟|慕容|令狐|司徒|东方|夏侯|公孙|长孙|宇文|端木|百里|南宫)/;
const TITLE = /(先生|女士|小姐|老师|师傅|同学|经理|阿姨|叔叔)$/;
/** Ends of places. */
const PLACE =
  /[路街道巷弄号楼室栋幢座层院园苑城厦村庄寨湾馆场店校寓居里府岸区县市镇乡组队桥站门口旁侧厂司部库柜箱点栈坊屯]$/;

/** How much a piece of text looks like a person's name: below 1 not at all. */
export function nameScore(text: string): number {
  if (/^[A-Za-z][A-Za-z .'-]{1,29}$/.test(text)) return 2;
  // 阿依古丽·买买提
  if (/^[\u4e00-\u9fff]{2,10}[·•][\u4e00-\u9fff]{2,12}$/.test(text)) return 3;
  const bare = text.replace(TITLE, '');
  if (!/^[\u4e00-\u9fff]{1,4}$/.test(bare) || text.length < 2) return -5;
  const hasSurname = SURNAMES.includes(bare[0]!) || DOUBLE_SURNAMES.test(bare);
  const isPlace = bare === text && text.length > 2 && PLACE.test(text);
  return (
    (hasSurname ? 2 : 0) +
    (bare !== text ? 2 : 0) +
    (bare.length === 2 || bare.length === 3 ? 1 : 0) -
    (isPlace ? 3 : 0)
  );
}
