/** Names in Latin and Urdu letters: `Latin=Urdu`, one after the other. */
const pairs = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((entry) => entry.split('=') as [string, string]);

export const PK_MEN = pairs(`
  Imran=عمران, Bilal=بلال, Usman=عثمان, Hamza=حمزہ, Faisal=فیصل, Kashif=کاشف, Nadeem=ندیم, Tariq=طارق, Waqas=وقاص,
  Zubair=زبیر, Adeel=عدیل, Asad=اسد, Babar=بابر, Danish=دانش, Ehsan=احسان, Farhan=فرحان, Ghulam=غلام, Haroon=ہارون,
  Iqbal=اقبال, Junaid=جنید, Khalid=خالد, Luqman=لقمان, Mansoor=منصور, Nasir=ناصر, Owais=اویس, Qasim=قاسم, Rashid=راشد,
  Saleem=سلیم, Talha=طلحہ, Umair=عمیر, Waheed=وحید, Yasir=یاسر, Zahid=زاہد, Akram=اکرم, Arshad=ارشد, Aslam=اسلم,
  Ismail=اسماعیل, Ilyas=الیاس, Idrees=ادریس, Irfan=عرفان, Jahangir=جہانگیر, Liaqat=لیاقت, Manzoor=منظور, Murtaza=مرتضیٰ,
  Pervaiz=پرویز, Riaz=ریاض, Sajjad=سجاد, Shafiq=شفیق, Tanveer=تنویر, Yousaf=یوسف, Zulfiqar=ذوالفقار, Abdullah=عبداللہ,
  Abdul Rehman=عبدالرحمٰن, Abdul Ghaffar=عبدالغفار, Allah Ditta=اللہ دتہ, Ali=علی, Hassan=حسن, Hussain=حسین,
  Ibrahim=ابراہیم, Javed=جاوید, Mubashir=مبشر, Naveed=نوید, Sher=شیر, Gul=گل, Noor=نور, Wali=ولی, Dost=دوست`);

export const PK_WOMEN = pairs(`
  Ayesha=عائشہ, Fatima=فاطمہ, Zainab=زینب, Maryam=مریم, Khadija=خدیجہ, Sana=ثناء, Hina=حنا, Nadia=نادیہ, Rabia=رابعہ,
  Saima=صائمہ, Shazia=شازیہ, Sumaira=سمیرا, Uzma=عظمیٰ, Bushra=بشریٰ, Farzana=فرزانہ, Gulnaz=گلناز, Humaira=حمیرا,
  Iqra=اقراء, Irum=ارم, Kiran=کرن, Lubna=لبنیٰ, Mehwish=مہوش, Nasreen=نسرین, Parveen=پروین, Rukhsana=رخسانہ,
  Samina=ثمینہ, Tahira=طاہرہ, Wajiha=وجیہہ, Yasmeen=یاسمین, Zubaida=زبیدہ, Amna=آمنہ, Asma=اسماء, Hira=حرا, Laiba=لائبہ,
  Mahnoor=ماہ نور, Noreen=نورین, Sadia=سعدیہ, Shabana=شبانہ, Ilham=الہام, Kulsoom=کلثوم, Nargis=نرگس, Sidra=سدرہ`);

export const PK_LAST = pairs(`
  Khan=خان, Ahmed=احمد, Malik=ملک, Butt=بٹ, Chaudhry=چوہدری, Qureshi=قریشی, Siddiqui=صدیقی, Mirza=مرزا, Baig=بیگ,
  Shah=شاہ, Raza=رضا, Abbasi=عباسی, Awan=اعوان, Bhatti=بھٹی, Cheema=چیمہ, Durrani=درانی, Gondal=گوندل, Hashmi=ہاشمی,
  Jatoi=جتوئی, Kakar=کاکڑ, Lodhi=لودھی, Memon=میمن, Niazi=نیازی, Orakzai=اورکزئی, Paracha=پراچہ, Rajput=راجپوت,
  Sheikh=شیخ, Tareen=ترین, Warraich=وڑائچ, Yousafzai=یوسفزئی, Zardari=زرداری, Baloch=بلوچ, Bugti=بگٹی, Afridi=آفریدی,
  Khattak=خٹک, Marwat=مروت, Soomro=سومرو, Talpur=تالپور, Ul Haq=الحق, Ur Rehman=الرحمٰن, Iqbal=اقبال, Kamal=کمال,
  Akhtar=اختر, Anjum=انجم, Javaid=جاوید, Mehmood=محمود, Nawaz=نواز, Rauf=رؤف, Saeed=سعید, Ansari=انصاری, Gill=گل`);

export const PK_WOMEN_LAST = pairs(`
  Bibi=بی بی, Begum=بیگم, Kausar=کوثر, Akhtar=اختر, Naz=ناز, Khatoon=خاتون, Fatima=فاطمہ, Parveen=پروین, Iqbal=اقبال,
  Noor=نور, Shah=شاہ, Khan=خان, Malik=ملک, Mirza=مرزا, Siddiqui=صدیقی, Ali=علی, Imran=عمران, Tariq=طارق, Hassan=حسن`);
