#!/usr/bin/perl
# Print a corpus made from the sample documents: corpus.pl MEGABYTES [SEED].
#
# One document a line, as COPY reads it: number, body.  In each copy of a
# sample a share of the words gets another stem, with the ending kept, so that
# the vocabulary grows as in real archives (a few stems often, most of them
# rarely); surnames get new ones, numbers move.  Titles, places and dates stay
# as dense as the samples have them.  The same seed gives the same bytes.
use strict;
use warnings;
use utf8;
use open ':std', ':encoding(UTF-8)';
use FindBin;

my ($megabytes, $seed) = (@ARGV, 1);
my $state = $seed;

# A number in [0, 1): our own generator, the same on every machine.
sub chance { $state = ($state * 1103515245 + 12345) % 2147483648; return $state / 2147483648 }

my @onsets = qw(б в г д ж з к л м н п р с т ф х ч ш бр гр др кр пр ст тр сл вл);
my @vowels = qw(а е и о у ы я ю);
my (@stems, @surnames);

sub syllables {
	my ($n) = @_;
	return join '', map { $onsets[chance() * @onsets] . $vowels[chance() * @vowels] } 1 .. $n;
}
push @stems, syllables(2 + int(chance() * 2)) . $onsets[chance() * 20] for 1 .. 300_000;
push @surnames, ucfirst(syllables(2)) . $onsets[chance() * 20] for 1 .. 60_000;

# Low numbers come much oftener than high ones.
sub skewed { my ($list) = @_; return $list->[@$list * chance()**1.3] }

# Words that titles, dates and cues are made of stay: by their first letters.
my %kept;
for my $file (map { "$FindBin::Bin/../data/$_.tsv" } qw(roles dates holidays cues)) {
	open my $in, '<', $file or die "$file: $!";
	while (<$in>) {
		my (undef, $noun, $words) = split /\t/;
		for my $cell ($noun, $words) {
			$kept{lc substr $1, 0, 6} = 1 while ($cell // '') =~ /(\p{L}{4,})/g;
		}
	}
}

my $dir = "$FindBin::Bin/../examples/sample";
my @samples;
for my $file (sort glob "$dir/*.txt") {
	open my $in, '<', $file or die "$file: $!";
	local $/;
	push @samples, scalar <$in>;
}

my $ending = qr/(?:ость|ости|остью|ение|ения|ении|ением|ениям|ого|его|ому|ему|ыми|ими|ами|ями|ают|яют|ется|ются|ать|ять|ить|ов|ев|ый|ий|ой|ая|яя|ое|ые|ие|ом|ем|ам|ям|ах|ях|ал|ил|ла|ли|ит|ет|ут|ют|ей|их|ых|ую|а|я|у|ю|е|и|ы|о|ь|т|к)/;
# Prose of made-up words, some three thousand letters.
my @kazakh = qw(қ ғ ң ж к л м н п р с т ш б д);
my @kazakh_vowels = qw(а ә е ы і о ө ұ ү);
my @latin = qw(b c d f g h k l m n p r s t v w th st);
my @latin_vowels = qw(a e i o u ea ou);

sub word_of {
	my ($consonants, $vowels, $n) = @_;
	return join '', map { $consonants->[@$consonants * chance()] . $vowels->[@$vowels * chance()] } 1 .. $n;
}

my %word = (
	plain => sub { skewed(\@stems) . (qw(ого ому ами ение ать ила ый ая ости о))[10 * chance()] },
	kazakh => sub { word_of(\@kazakh, \@kazakh_vowels, 2 + int(3 * chance())) },
	latin => sub { word_of(\@latin, \@latin_vowels, 1 + int(3 * chance())) },
);

sub prose {
	my ($kind) = @_;
	my $text = '';
	while (length $text < 3000) {
		my $sentence = join ' ', map { $word{$kind}->() } 1 .. 6 + int(14 * chance());
		$text .= ucfirst($sentence) . (chance() < 0.15 ? ".\n\n" : '. ');
	}
	return $text;
}

my %kind = (4 => 'plain', 14 => 'plain', 9 => 'kazakh', 19 => 'latin');
my ($written, $number) = (0, 0);
while ($written < $megabytes * 1_000_000) {
	my $body = $samples[$number % @samples];
	if ($number >= @samples && $kind{$number % 20}) {
		$body = prose($kind{$number % 20});
	}
	elsif ($number >= @samples) {
		$body =~ s/(?<![\p{L}-])(\p{Ll}{4,}?)($ending)(?![\p{L}-])/
			chance() < 0.5 && !$kept{substr "$1$2", 0, 6} ? skewed(\@stems) . $2 : "$1$2"/ge;
		$body =~ s/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}?((?:ов|ев|ин)(?:а|у|ым|е|ой|ы)?)(?![\p{L}-])/
			chance() < 0.7 ? skewed(\@surnames) . $1 : $&/ge;
		$body =~ s/(?<![\d.,:-])\d\d(?![\d.,:-])/10 + int(chance() * 19)/ge;
		$body =~ s/(?<![\d.,:-])\d{3}(?![\d.,:-])/100 + int(chance() * 900)/ge;
	}
	$body = uc $body if $number % 20 == 7;
	$number++;
	(my $row = $body) =~ s/\\/\\\\/g;
	$row =~ s/\t/\\t/g;
	$row =~ s/\r/\\r/g;
	$row =~ s/\n/\\n/g;
	print "$number\t$row\n";
	{ use bytes; $written += length $row }
}
