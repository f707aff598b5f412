/** A name part as it is printed in Latin letters and in Urdu. */
export type NamePart = readonly [latin: string, urdu: string];

const parts = (text: string): NamePart[] =>
  text
    .trim()
    .split(/\s*;\s*/)
    .map((pair) => {
      const [latin = '', urdu = ''] = pair.split('=');
      return [latin, urdu] as const;
    });

export const MALE = parts(
  'Muhammad=محمد;Ahmed=احمد;Ali=علی;Hassan=حسن;Hussain=حسین;Imran=عمران;Bilal=بلال;Usman=عثمان;Umar=عمر;Hamza=حمزہ;Faisal=فیصل;Kamran=کامران;Tariq=طارق;Asif=آصف;Nadeem=ندیم;Shahid=شاہد;Rashid=راشد;Khalid=خالد;Zahid=زاہد;Waqas=وقاص;Adnan=عدنان;Irfan=عرفان;Iqbal=اقبال;Ilyas=الیاس;Ismail=اسماعیل;Ibrahim=ابراہیم;Junaid=جنید;Salman=سلمان;Talha=طلحہ;Yasir=یاسر;Zeeshan=ذیشان;Anjum=انجم;Arshad=ارشد;Javed=جاوید;Sajjad=سجاد;Ghulam=غلام;Abdul=عبد;Aslam=اسلم;Akram=اکرم;Inayat=عنایت;Iftikhar=افتخار;Ijaz=اعجاز',
);
export const FEMALE = parts(
  'Ayesha=عائشہ;Fatima=فاطمہ;Hira=حرا;Sana=ثنا;Maryam=مریم;Zainab=زینب;Khadija=خدیجہ;Saima=صائمہ;Nadia=نادیہ;Rabia=رابعہ;Iqra=اقرا;Amina=آمنہ;Bushra=بشریٰ;Farah=فرح;Janat=جنت;Kiran=کرن;Lubna=لبنیٰ;Mehwish=مہوش;Naila=نائلہ;Parveen=پروین;Rukhsana=رخسانہ;Shazia=شازیہ;Sidra=سدرہ;Tahira=طاہرہ;Uzma=عظمیٰ;Yasmeen=یاسمین;Zara=زارا;Irum=ارم;Isma=اسما;Ifrah=افراح;Laila=لیلیٰ',
);
export const FAMILY = parts(
  'Khan=خان;Iqbal=اقبال;Malik=ملک;Butt=بٹ;Chaudhry=چوہدری;Mirza=مرزا;Qureshi=قریشی;Shah=شاہ;Sheikh=شیخ;Siddiqui=صدیقی;Ansari=انصاری;Baig=بیگ;Bhatti=بھٹی;Abbasi=عباسی;Awan=اعوان;Rajput=راجپوت;Niazi=نیازی;Afridi=آفریدی;Yousafzai=یوسفزئی;Memon=میمن;Baloch=بلوچ;Bugti=بگٹی;Gillani=گیلانی;Hashmi=ہاشمی;Kamal=کمال;Lodhi=لودھی;Mughal=مغل;Raza=رضا;Saleem=سلیم;Tahir=طاہر;Zaman=زمان;Ilahi=الٰہی;Illahi=الٰہی',
);
export const PREFIX = parts('Syed=سید;Mian=میاں;Malik=ملک;Haji=حاجی;Mirza=مرزا;Rana=رانا;Raja=راجہ');
export const FEMALE_SUFFIX = parts('Bibi=بی بی;Begum=بیگم;Bano=بانو;Kausar=کوثر;Akhtar=اختر;Naz=ناز');
export const ABDUL = parts(
  'Abdul Rehman=عبدالرحمٰن;Abdul Ghafoor=عبدالغفور;Abdul Sattar=عبدالستار;Allah Ditta=اللہ دتہ;Zia-ul-Haq=ضیاء الحق;Saif Ullah=سیف اللہ;Noor-ud-Din=نورالدین;Inam Ullah=انعام اللہ;Ikram-ul-Haq=اکرام الحق',
);
/** Countries of residence of overseas cards. */
export const STAYS = [
  'United Kingdom',
  'Saudi Arabia',
  'United Arab Emirates',
  'United States',
  'Canada',
  'Italy',
  'Oman',
  'Qatar',
  'Malaysia',
  'Germany',
  'Norway',
  'South Africa',
];
export const MORE_STAYS = [
  ...STAYS,
  ...'Turkey|Hong Kong|South Korea|Japan|Sri Lanka|New Zealand|Ireland|Denmark|Switzerland|Czech Republic|Brunei|Jordan|Singapore|Kenya|Ivory Coast|Macau|Republic of Korea|Trinidad and Tobago'.split(
    '|',
  ),
];
