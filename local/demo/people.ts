/** Names as they are written, with the Latin form that an address takes. */
export type Name = { written: string; latin: string };

const names = (list: string): Name[] =>
  list.split(' ').map((pair) => {
    const [written = '', latin = written.toLowerCase()] = pair.split('/');
    return { written, latin };
  });

/** By language of the profile. `given` and `family` are paired at random. */
export const people = [
  {
    language: 'de',
    given: names('Jürgen/juergen Käthe/kaethe Anna Lukas Grete Sören/soeren Friederike Björn/bjoern Ines Matthias'),
    family: names('Müller/mueller Großmann/grossmann Schäfer/schaefer Weiß/weiss Krüger/krueger Vogel Brandt Jäger/jaeger Lorenz Öztürk-Baum/oeztuerk-baum'),
    cities: ['Köln', 'München', 'Görlitz', 'Lübeck', 'Nürnberg'],
  },
  {
    language: 'tr',
    given: names('Ayşe/ayse Çağlar/caglar Gülşen/gulsen Ömer/omer İpek/ipek Işıl/isil Şule/sule Emre Deniz Uğur/ugur'),
    family: names('Yılmaz/yilmaz Öztürk/ozturk Şahin/sahin Çelik/celik Doğan/dogan Aydın/aydin Kılıç/kilic Güneş/gunes Koç/koc Arslan'),
    cities: ['İstanbul', 'İzmir', 'Eskişehir', 'Muğla', 'Diyarbakır'],
  },
  {
    language: 'el',
    given: names('Ελένη/eleni Γιώργος/giorgos Κατερίνα/katerina Νίκος/nikos Σοφία/sofia Δημήτρης/dimitris Άννα/anna Θανάσης/thanasis'),
    family: names('Παπαδοπούλου/papadopoulou Αγγελόπουλος/angelopoulos Νικολάου/nikolaou Γεωργίου/georgiou Οικονόμου/oikonomou Βλάχος/vlachos'),
    cities: ['Αθήνα', 'Θεσσαλονίκη', 'Πάτρα', 'Χανιά'],
  },
  {
    language: 'ja',
    given: names('陽子/yoko 健太/kenta 美咲/misaki 翔/sho 葵/aoi 直樹/naoki さくら/sakura 拓海/takumi'),
    family: names('佐藤/sato 鈴木/suzuki 高橋/takahashi 渡辺/watanabe 伊藤/ito 山本/yamamoto 中村/nakamura'),
    cities: ['東京', '大阪', '札幌', '京都', '福岡'],
  },
  {
    language: 'ar',
    given: names('ليلى/layla أحمد/ahmad فاطمة/fatima يوسف/yusuf مريم/maryam خالد/khalid نور/nour عمر/omar'),
    family: names('الحسن/alhasan منصور/mansour حداد/haddad خوري/khoury النجار/alnajjar صالح/saleh'),
    cities: ['القاهرة', 'بيروت', 'عمّان', 'الدار البيضاء'],
  },
] as const;
