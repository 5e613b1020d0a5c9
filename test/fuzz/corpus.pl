#!/usr/bin/env perl
# Inputs of fuzz targets as lines of text: one input a line, bytes that are no
# UTF-8 text as \xNN, a line break as \n, a backslash as \\.
#
#   corpus.pl pack FILE ...            lines on standard output
#   corpus.pl unpack DIR < LINES       one file a line in DIR
use strict;
use warnings;
use Digest::MD5 'md5_hex';

sub pack_input {
    my ($bytes) = @_;
    my $out = '';
    while ($bytes =~ /\G(?:([\x20-\x5B\x5D-\x7E]|[\xC2-\xDF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2})|(.))/gs) {
        if (defined $1) { $out .= $1 }
        elsif ($2 eq "\n") { $out .= '\n' }
        elsif ($2 eq '\\') { $out .= '\\\\' }
        else { $out .= sprintf '\x%02X', ord $2 }
    }
    return $out;
}

sub unpack_line {
    my ($line) = @_;
    $line =~ s/\\(?:x([0-9A-F]{2})|(n)|(\\))/defined $1 ? chr hex $1 : defined $2 ? "\n" : '\\'/ge;
    return $line;
}

my $mode = shift // '';
if ($mode eq 'pack') {
    for my $file (@ARGV) {
        open my $f, '<:raw', $file or die "$file: $!\n";
        local $/;
        print pack_input(<$f> // ''), "\n";
    }
} elsif ($mode eq 'unpack' && @ARGV) {
    my $dir = shift;
    binmode STDIN;
    while (my $line = <STDIN>) {
        chomp $line;
        my $bytes = unpack_line($line);
        open my $f, '>:raw', "$dir/" . md5_hex($bytes) or die "$dir: $!\n";
        print $f $bytes;
        close $f;
    }
} else {
    die "usage: corpus.pl pack FILE ... | corpus.pl unpack DIR\n";
}
