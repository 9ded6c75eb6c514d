"""Names that faker has not, has in no usable form or has without their frequency: the common ones come first."""

ARABIC_MALE = """Mohammed Muhammad Mohamed Mohammad | Ahmed Ahmad Ahmet | Ali Aly | Mahmoud Mahmud | Hussein Husayn
Hussain Husain | Hassan Hasan | Omar Umar Omer | Khaled Khalid | Ibrahim Ebrahim | Youssef Yusuf Yousef Yusef |
Mustafa Mostafa Moustafa | Abdul_Rahman Abdelrahman Abd_al-Rahman Abdurrahman | Abdullah Abdallah | Saeed Said Sa'id
| Karim Kareem | Tariq Tarek Tareq | Nasser Nasir Naser | Salah Salaah | Jamal Gamal Djamel | Osama Usama Oussama |
Yasser Yasir Yaser | Walid Waleed | Hamid Hameed Hamed | Rashid Rasheed Rachid | Faisal Faysal Feisal | Majid Majed
Maged | Samir Sameer | Sami Samy | Abdul_Aziz Abdelaziz Abd_al-Aziz | Abdul_Karim Abdelkarim Abd_al-Karim |
Abdul_Qadir Abdelkader Abd_al-Qadir | Abdul_Latif Abdellatif Abd_al-Latif | Abdul_Hamid Abdelhamid Abd_al-Hamid |
Ismail Ismael Isma'il | Zakaria Zakariya | Adel Adil | Hisham Hicham Hesham | Anwar Anouar | Bilal Belal | Imad Emad
| Ihab Ehab | Jaafar Jafar Ja'far | Kamal | Luay Louay Loay | Marwan Merouane | Munir Mounir | Nabil Nabeel | Nizar
Nezar | Qasim Kassem Qassem Kasim | Raed Raid | Riyad Riad Riyadh | Saad Sa'd | Salim Saleem Selim | Shakir Chaker
Shaker | Sulaiman Suleiman Soliman Slimane | Taha | Wael Wail | Yahya Yehia Yahia | Ziad Ziyad | Fuad Fouad |
Ghassan Gassan | Hatem Hatim | Idris Idriss Driss | Issam Essam | Mansour Mansur Mansoor | Mourad Murad"""
"""Given names of men with their spellings; `_` stands for a space."""

ARABIC_FEMALE = """Fatima Fatma Fatimah | Aisha Aicha Ayesha Aysha | Maryam Mariam Meriem | Khadija Khadijah
Khadidja | Zainab Zaynab Zeinab | Noura Nora Nura | Layla Leila Laila | Hanan Hanane | Iman Eman | Salma Selma |
Samira Sameera | Rania Raniya | Nadia Nadiya | Huda Hoda Houda | Amal Aml | Sawsan Sausan | Suad Souad | Jamila
Djamila Gamila | Rasha Racha | Wafa Wafaa | Yasmin Yasmine Yasmeen | Amina Aminah | Hala Halah | Dalal Dalel | Najwa
Nagwa Najoua | Rim Reem | Sahar Sehar"""
"""Given names of women with their spellings."""

ARABIC_FAMILY = """Masri Masry | Hashimi Hashemi Hachemi | Sayyid Sayed Said Sayyed | Khatib Khateeb | Najjar Naggar
Nadjar | Haddad Hadad | Rifai Rifa'i Refaie | Tamimi Temimi | Baghdadi Bagdadi | Zahrani Zahrany | Qahtani Kahtani
Gahtani | Ghamdi Ghamidi | Shammari Shamari Chammari | Dosari Dossari Dawsari | Otaibi Utaybi Oteibi | Harbi Harby |
Maliki Malki | Sadr Sader | Jubouri Juburi Jabouri | Dulaimi Dulaymi Duleimi | Obeidi Ubaydi Obaidi | Zawahiri
Zawahri | Banna Bana | Sharif Shareef Cherif Sherif | Shami Chami | Halabi Halaby | Omari Umari | Khalili Khaleeli |
Nasri Nasry | Kurdi Kourdi | Jaziri Jazairi Djaziri | Tunisi Tounsi | Fassi Fasi | Idrissi Idrisi | Alaoui Alawi |
Bakri Bakry Bekri | Amin Ameen | Hariri Hariry | Jumblatt Junblat | Khoury Khouri Khuri | Mansouri Mansuri | Saadi
Sa'di | Qadhi Kadhi Qadi | Shehri Shihri | Mutairi Mutayri | Qaysi Kaisi Qaisi | Janabi Ganabi | Tikriti Takriti |
Yaqoubi Yakubi Yacoubi | Zubaidi Zubaydi Zobeidi | Attar Atar | Bitar Baytar | Daoud Dawud Dawood | Fayed Fayid |
Ghazali Gazali | Hakim Hakeem | Husseini Husayni Hussaini | Kilani Gilani Keilani | Madani Madany | Naimi Nuaimi
Nuaymi | Rawi Raoui | Samarrai Samarra'i | Sabbagh Sabagh | Shukri Choukri | Tahiri Tahery | Turki Turky | Wahhabi
Wahabi | Yamani Yemani | Zein Zayn Zain | Azzawi Azawi Azzaoui | Bayati Bayaty | Douri Duri | Fadl Fadel | Hilali
Helali | Jundi Gundi Joundi | Kaabi Ka'bi | Lami Lamy | Mahdi Mehdi | Nimr Nemer"""
"""Family names that take the article, with their spellings."""

KAZAKH_MALE = """Nursultan | Askar | Erlan Yerlan | Zhomart Jomart | Daulet Dauletbek | Serik | Bolat Bulat | Aidar
Aydar | Timur | Marat | Kairat Kayrat | Nurlan | Talgat | Ermek Yermek | Baurzhan Bauyrzhan Baurjan | Ruslan | Arman
| Zhanibek Janibek | Galym Galim | Murat | Kanat | Olzhas Oljas | Dosym Dossym | Sabit | Rustam Rustem | Almaz Almas
| Bakyt Bakhyt | Azamat | Maksat Maxat | Dias Diyas | Yerzhan Erzhan Erjan | Sanzhar Sanjar | Ulan | Meirzhan
Meyrzhan | Tolegen Tulegen"""
KAZAKH_FEMALE = """Gulnara Gulnar | Aigul Aygul | Dinara | Saule | Zhanna Janna | Aliya Aliia | Asel Assel | Botagoz
| Karlygash Qarlygash | Madina | Nazgul | Raushan Rawshan | Zhazira Jazira | Bibigul | Dana | Ainur Aynur | Kamila |
Lyazzat Lazzat"""
KAZAKH_STEMS = """Akhmet Ahmet | Nurzhan Nurjan | Suleimen Suleymen | Abdrakhman Abdrahman | Kasym Kassym | Tokay
Tokai | Iskak Isqaq | Nurmagambet Nurmaganbet | Baimukhamed Baymukhamed | Omar | Sultan | Ibraim Ibragim | Zhumabay
Jumabay Zhumabai | Kenzhe Kenje | Mukhamedzhan Muhamedjan | Ospan | Dzhaksybek Jaksybek | Satybald | Tulegen Tolegen
| Beisen Beysen | Sadyk Sadik | Alim | Karim | Kozhakhmet Kojahmet | Mamyrbek | Aitbay Aytbay Aitbai | Esenbek
Yesenbek | Khamit Hamit | Utemurat | Sarsenbay Sarsenbai | Zhakiyan Jakiyan | Abish | Duisen Duysen | Erkin Yerkin |
Tasmagambet | Rakhmet Rahmet | Seit Seyt | Kalmurza Kalmurz"""
"""Kazakh and Kyrgyz given names and stems of family names."""

RUSSIAN_COMMON = {
    "male": "Александр Сергей Владимир Андрей Алексей Дмитрий Михаил Николай Иван Виктор Евгений Юрий Олег Игорь "
    "Павел Анатолий Григорий Пётр Максим Василий Константин Борис Вячеслав Геннадий Станислав Валерий Роман Леонид "
    "Фёдор Ярослав",
    "female": "Елена Ольга Наталья Татьяна Ирина Светлана Анна Екатерина Мария Людмила Галина Юлия Марина Надежда "
    "Валентина Лариса Оксана Вера Ксения Дарья",
}
"""Common given names in Cyrillic."""

RUSSIAN_TO_UKRAINIAN = dict(
    pair.split(":")
    for pair in (
        "Александр:Олександр Сергей:Сергій Владимир:Володимир Андрей:Андрій Алексей:Олексій Дмитрий:Дмитро "
        "Михаил:Михайло Николай:Микола Иван:Іван Виктор:Віктор Евгений:Євген Юрий:Юрій Олег:Олег Игорь:Ігор "
        "Павел:Павло Анатолий:Анатолій Григорий:Григорій Пётр:Петро Максим:Максим Василий:Василь "
        "Константин:Костянтин Борис:Борис Вячеслав:В'ячеслав Геннадий:Геннадій Станислав:Станіслав "
        "Валерий:Валерій Роман:Роман Леонид:Леонід Фёдор:Федір Ярослав:Ярослав Елена:Олена Ольга:Ольга "
        "Наталья:Наталія Татьяна:Тетяна Ирина:Ірина Светлана:Світлана Анна:Ганна Екатерина:Катерина Мария:Марія "
        "Людмила:Людмила Галина:Галина Юлия:Юлія Марина:Марина Надежда:Надія Валентина:Валентина Лариса:Лариса "
        "Оксана:Оксана Вера:Віра Ксения:Ксенія Дарья:Дарина"
    ).split()
)
"""The same given name as Russians and as Ukrainians say it."""

NICKNAMES = dict(
    pair.split(":")
    for pair in (
        "William:Bill Robert:Bob Richard:Dick James:Jim Thomas:Tom Michael:Mike Joseph:Joe Christopher:Chris "
        "Charles:Charlie Daniel:Dan Matthew:Matt Anthony:Tony Steven:Steve Stephen:Steve Andrew:Andy Kenneth:Ken "
        "Edward:Ted Ronald:Ron Timothy:Tim Jeffrey:Jeff Jacob:Jake Nicholas:Nick Jonathan:Jon Benjamin:Ben "
        "Samuel:Sam Gregory:Greg Alexander:Alex Patrick:Pat Peter:Pete Lawrence:Larry Raymond:Ray Elizabeth:Liz "
        "Jennifer:Jenny Patricia:Pat Susan:Sue Margaret:Peggy Katherine:Kate Rebecca:Becky Deborah:Debbie "
        "Barbara:Barb Victoria:Vicky Pamela:Pam Judith:Judy Catherine:Cathy Frederick:Fred Theodore:Ted "
        "Gerald:Gerry David:Dave Philip:Phil Donald:Don Leonard:Len"
    ).split()
)
"""English given names with what friends and tabloids make of them."""

PINYIN = """wei jian ming hong jun li hua xin yu zhi guo qing mei ling xiao chun hai bo yong zhong jing yan ping
fang na min jie tao lei gang qiang chao peng bin hui xia yun shan rong feng cheng kai hao zhen ting xue yi wen lan
de zhang sheng kang shu dong guang liang long tian xiang zhao zi bao chang dan fu gen"""
"""Syllables of Chinese given names in pinyin."""

KOREAN_FAMILY = """김:Kim,Gim 이:Lee,Yi,Rhee 박:Park,Bak,Pak 최:Choi,Choe 정:Jung,Jeong,Chung 강:Kang,Gang 조:Cho,Jo
윤:Yoon,Yun 장:Jang,Chang 임:Lim,Im,Rim 한:Han 오:Oh,O 서:Seo,Suh,So 신:Shin,Sin 권:Kwon,Gwon 황:Hwang 안:Ahn,An 송:Song
류:Ryu,Yoo,Yu 전:Jeon,Chun 홍:Hong 고:Ko,Koh,Go 문:Moon,Mun 양:Yang 손:Son,Sohn 배:Bae,Pae 백:Baek,Paik
허:Heo,Huh 남:Nam
심:Shim,Sim 노:Roh,Noh,No 하:Ha 곽:Kwak,Gwak 성:Sung,Seong 차:Cha 주:Joo,Ju 우:Woo,Wu 구:Koo,Gu,Ku"""
"""Korean family names with the spellings that their bearers use."""


def groups(text: str) -> list[list[str]]:
    """The groups of spellings that such a list holds."""
    return [[word.replace("_", " ") for word in group.split()] for group in text.split("|")]
